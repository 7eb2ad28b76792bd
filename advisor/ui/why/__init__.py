"""Why a location stands where it stands: every criterion of the selected one."""
