const moment = new Intl.DateTimeFormat('nl-BE', {
	dateStyle: 'long',
	timeStyle: 'short',
	timeZone: 'Europe/Brussels'
});

/** `26 november 2026 om 14:32`, in Brussels. */
export const clock = (at: Date): string => moment.format(at);
