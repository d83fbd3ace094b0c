#!/bin/sh
# Takes back what 'bailiff firewall' set up. The last rule that names a list takes the list with it, and all its bans.
# Nothing of it is done yet: read it, then
#     bailiff firewall --remove > bailiff-firewall-remove && sudo sh bailiff-firewall-remove
set -eu

# As when it was set up.
chain=${CHAIN:-INPUT}
iptables=${IPTABLES:-iptables}
ip6tables=${IP6TABLES:-ip6tables}

remove() { # COMMAND LIST SECONDS
    set -- "$1" -m recent --name "$2" --rcheck --seconds "$3" -m recent --name "$2-hits" --set -j DROP
    command=$1
    shift
    while "$command" -w -C "$chain" "$@" 2> /dev/null; do
        "$command" -w -D "$chain" "$@"
    done
}

@LISTS@
# If they are there: /etc/modprobe.d/bailiff.conf, /usr/local/sbin/bailiff-firewall,
# /etc/systemd/system/bailiff-firewall.service and the line in /etc/ufw/after.init are yours to delete.
