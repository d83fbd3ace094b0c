#!/bin/sh
# What root does once, so that Bailiff can ban as user @USER@. Nothing of it is done yet: read it, then
#     bailiff firewall --user @USER@ > bailiff-firewall && sudo sh bailiff-firewall
# It can be run again at any time: what is there already stays. 'bailiff firewall --remove' prints the inverse.
set -eu

user=@QUOTED_USER@
# Ports that Docker publishes bypass INPUT: for those run it a second time with CHAIN=DOCKER-USER.
chain=${CHAIN:-INPUT}
iptables=${IPTABLES:-iptables}
ip6tables=${IP6TABLES:-ip6tables}

case $user in
    *[!0-9]*) id -u "$user" > /dev/null || { echo "Make the user first: useradd --system $user" >&2; exit 1; } ;;
esac

# --- The rule -------------------------------------------------------------------------------------------------------
# A packet is dropped if its source was written to the list less than SECONDS ago; what was dropped is noted in the list
# LIST-hits. Bailiff writes every live ban again well within that time, so if it dies, its bans lapse by themselves.
# The rule must stand first, before any rule that accepts: below one that accepts ESTABLISHED connections, a banned
# address goes on with those it has. This look tells: iptables -L INPUT -n --line-numbers
# Other seconds make another rule: before you change a jail's 'seconds', apply the inverse of what is in force.
drop() { # COMMAND LIST SECONDS
    set -- "$1" -m recent --name "$2" --rcheck --seconds "$3" -m recent --name "$2-hits" --set -j DROP
    command=$1
    shift
    "$command" -w -C "$chain" "$@" 2> /dev/null || "$command" -w -I "$chain" 1 "$@"
}

# --- The list's owner -----------------------------------------------------------------------------------------------
# The list is a file, made by the first rule that names it and root's. This gives the file, and nothing else, to the user.
# Who may write it may also add any address to it, and empty it.
hand_over() { # FILE
    chown "$user" "$1"
}

# Second choice, if nothing can be run after the firewall was loaded anew (see the end): before the rules,
#     echo "$(id -u @USER@)" > /sys/module/xt_recent/parameters/ip_list_uid
# With it EVERY xt_recent list that anybody makes on this host from then on belongs to that user.

# --- The jails ------------------------------------------------------------------------------------------------------
@LISTS@
# --- Capacity -------------------------------------------------------------------------------------------------------
# The kernel keeps so many entries a list, IPv4 and IPv6 together, and silently drops the stalest beyond that. The number
# is fixed when the module is loaded; the jails' 'capacity' must not be above it.
wanted=@CAPACITY@
parameters=/sys/module/xt_recent/parameters
entries=$(cat "$parameters/ip_list_tot")
if [ "$entries" -lt "$wanted" ]; then
    echo "A list holds $entries entries, but the jails' capacity is $wanted. Lower that, or raise the kernel's number:" >&2
    if [ -e /sys/module/xt_recent/initstate ]; then
        echo "    echo options xt_recent ip_list_tot=$wanted > /etc/modprobe.d/bailiff.conf, and restart the host" >&2
    else
        echo "    add xt_recent.ip_list_tot=$wanted to the kernel's command line, and restart the host" >&2
    fi
fi

# --- For good -------------------------------------------------------------------------------------------------------
# Rules are gone after a restart. Lists are made anew, empty and root's, when the firewall is loaded anew: Bailiff
# notices, says so and fills them again, as soon as they are handed over. So this should run after each of these. Keep it
# as /usr/local/sbin/bailiff-firewall, and let /etc/systemd/system/bailiff-firewall.service say:
#     [Unit]
#     After=netfilter-persistent.service nftables.service ufw.service firewalld.service docker.service
#     PartOf=netfilter-persistent.service nftables.service ufw.service firewalld.service
#     ReloadPropagatedFrom=netfilter-persistent.service nftables.service ufw.service firewalld.service
#     [Service]
#     Type=oneshot
#     RemainAfterExit=yes
#     ExecStart=/bin/sh /usr/local/sbin/bailiff-firewall
#     ExecReload=/bin/sh /usr/local/sbin/bailiff-firewall
#     [Install]
#     WantedBy=multi-user.target
# 'ufw reload' goes past systemd: call the script from /etc/ufw/after.init too.
