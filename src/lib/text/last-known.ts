const moment = new Intl.DateTimeFormat('nl-BE', {
	timeZone: 'Europe/Brussels',
	day: '2-digit',
	month: '2-digit',
	year: 'numeric',
	hour: '2-digit',
	minute: '2-digit'
});

/** The line above a page that is older than it should be, because the database does not answer. */
export function lastKnown(time: Date): string {
	const part = Object.fromEntries(
		moment.formatToParts(time).map(({ type, value }) => [type, value])
	);
	return (
		'De gegevensbank antwoordt niet; dit is de laatst bekende stand van ' +
		`${part['day']}/${part['month']}/${part['year']} ${part['hour']}:${part['minute']}.`
	);
}
