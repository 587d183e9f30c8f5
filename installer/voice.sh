# How the set-up speaks; read in by the other scripts.

say() {
    printf 'controlroom: %s\n' "$*"
}

complain() {
    printf 'controlroom: %s\n' "$*" >&2
}
