/** The same without where each figure is looked up and how it came about, for two ways to the same figures. */
export const withoutOrigin = <Value>(value: Value): Value =>
	JSON.parse(
		JSON.stringify(value, (key, part: unknown) =>
			['address', 'made', 'unknownOf'].includes(key) ? undefined : part
		)
	) as Value;
