const isSet = (name: string): boolean => !['', 'false', '0', undefined].includes(process.env[name]);

/** UPDATE_GOLDEN=1 rewrites expected files, for people to review; a CI that could do so would always pass. */
export const updatesGolden = isSet('UPDATE_GOLDEN') && !isSet('CI') && !isSet('DRYDOCK_CI');

/** True when a rewrite is asked for where it is refused. */
export const updateRefused = isSet('UPDATE_GOLDEN') && !updatesGolden;
