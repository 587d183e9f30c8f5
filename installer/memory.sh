#!/bin/sh
# Prints a folder that is kept in memory, for what tests write and then throw away; where there is
# none with room in which programs may run, the usual one. A disk that is told thousands of times to
# keep what was written makes the tests several times slower.
set -eu

MEMORY=${CONTROLROOM_MEMORY:-/dev/shm}
NEEDED_KIB=2000000

has_room() {
    free=$(df -Pk "$MEMORY" | awk 'NR == 2 { print $4 }')
    [ "$free" -ge "$NEEDED_KIB" ]
}

runs_programs() {
    probe=$(mktemp "$MEMORY/controlroom-XXXXXX") || return 1
    printf '#!/bin/sh\n' > "$probe"
    chmod +x "$probe"
    status=0
    "$probe" || status=1
    rm -f "$probe"
    return "$status"
}

if [ -d "$MEMORY" ] && [ -w "$MEMORY" ] && has_room 2> /dev/null && runs_programs 2> /dev/null; then
    echo "$MEMORY"
else
    echo "${TMPDIR:-/tmp}"
fi
