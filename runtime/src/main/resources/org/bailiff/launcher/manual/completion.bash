# SPDX-License-Identifier: Apache-2.0
# bash completion for bailiff; made of the helps of its verbs, by the build.

# Asks the daemon, silently and not for long. What it says is taken as text, never expanded.
_bailiff_ask() {
    timeout 2 "$_bailiff_command" "${_bailiff_where[@]}" "$@" 2>/dev/null
}

# What can stand for a word of a usage, one a line.
_bailiff_words() {
    case $1 in
        JAIL) _bailiff_ask stats | awk 'NR > 1 { print $1 }' ;;
        ADDRESS) _bailiff_ask banned | awk 'NR > 1 { print $1 }' ;;
        IGNORED) _bailiff_ask ignore list | awk 'NR > 1 { print $1 }' ;;
        FILTER) _bailiff_ask filter list | awk 'NR > 1 && /^[^ ]/ { print $1 }' ;;
        DEPLOYED) _bailiff_ask filter list | awk 'NR > 1 && /\(can be rolled back\)$/ { print $1 }' ;;
        LOGGER) _bailiff_ask loglevel | awk 'NR > 1 && /^[^(]/ { print $1 }' ;;
        LEVEL) printf '%s\n' error warning info debug trace default ;;
        ROLE) printf '%s\n' viewer operator administrator ;;
        VALUE) [[ " @SWITCHES@ " == *" ${before[1]:-} "* ]] && printf '%s\n' yes no ;;
        KEY) printf '%s\n' @KEYS@ ;;
        VERB) printf '%s\n' @VERBS@ ;;
        [a-z0-9]*) printf '%s\n' "$1" ;;
    esac
}

# What may stand behind a verb.
_bailiff_forms() {
    case $1 in
@FORMS@    esac
}

_bailiff_options() {
    case $1 in
@OPTIONS@    esac
}

# What the value of an option is; nothing if it has none.
_bailiff_value() {
    case "$1 $2" in
        *' --etc' | *' --data') echo DIR ;;
        *' --socket') echo FILE ;;
@VALUES@    esac
}

# The kinds of words that may stand next, behind a verb and the words that follow it.
_bailiff_kinds() {
    local form token index fits
    local -a tokens before=("${@:2}")
    while IFS= read -r form; do
        read -ra tokens <<<"$form"
        fits=yes
        for ((index = 0; index <= ${#before[@]}; index++)); do
            token=${tokens[index]:-}
            if [[ -z $token && ${tokens[-1]} == *... ]]; then
                token=${tokens[-1]}
            fi
            token=${token%...}
            if [[ -z $token ]]; then
                fits=
                break
            fi
            if ((index < ${#before[@]})) && [[ $token == [a-z]* && "|$token|" != *"|${before[index]}|"* ]]; then
                fits=
                break
            fi
        done
        [[ $fits ]] && printf '%s\n' "${token//|/$'\n'}"
    done < <(_bailiff_forms "$1")
}

_bailiff() {
    local current verb='' kinds kind word index line=${COMP_LINE:0:COMP_POINT}
    local -a words before=() _bailiff_where=()
    local _bailiff_command=$1

    # Not COMP_WORDS: it breaks an address of IPv6 at its colons.
    read -ra words <<<"$line"
    current=
    if [[ $line != *[[:space:]] ]]; then
        current=${words[-1]}
        unset 'words[-1]'
    fi

    for ((index = 1; index < ${#words[@]}; index++)); do
        word=${words[index]}
        case $word in
            --etc | --data | --socket)
                _bailiff_where+=("$word" "${words[index + 1]:-}")
                ((index++))
                ;;
            -*) [[ $word != *=* && $(_bailiff_value "$verb" "$word") ]] && ((index++)) ;;
            *) if [[ $verb ]]; then before+=("$word"); else verb=$word; fi ;;
        esac
    done

    COMPREPLY=()
    kinds=
    ((${#words[@]} > 1)) && kinds=$(_bailiff_value "$verb" "${words[-1]}")
    if [[ -z $kinds && $current == -* ]]; then
        for word in $(_bailiff_options "$verb") ${verb:---etc --data --socket --help --version}; do
            [[ $word == -* && $word == "$current"* ]] && COMPREPLY+=("$word")
        done
        return
    fi
    if [[ -z $kinds ]]; then
        if [[ -z $verb ]]; then kinds=VERB; else kinds=$(_bailiff_kinds "$verb" "${before[@]}" | sort -u); fi
    fi

    for kind in ${kinds//|/ }; do
        case $kind in
            FILE | PATH | LOG)
                compopt -o filenames 2>/dev/null
                while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
                ;;
            DIR)
                compopt -o filenames 2>/dev/null
                while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "$current")
                ;;
            *)
                while IFS= read -r word; do
                    [[ $word == "$current"* ]] && COMPREPLY+=("$(printf %q "$word")")
                done < <(_bailiff_words "$kind")
                ;;
        esac
    done

    # readline replaces only what stands behind the last colon.
    if [[ $current == *:* && $COMP_WORDBREAKS == *:* ]]; then
        word=${current%"${current##*:}"}
        COMPREPLY=("${COMPREPLY[@]#"$word"}")
    fi
}

complete -F _bailiff bailiff
