#!/bin/sh
# bailiff-firewall: what root does so that Bailiff can ban as user @USER@. Printing it did nothing: read it, then, as root,
#
#     sh FILE             puts the rules first and hands the lists over, until the next restart
#     sh FILE install     does that for good: keeps a copy, and runs it whenever the firewall is loaded anew
#     sh FILE check       says what differs and changes nothing; ends with 1 if something does
#     sh FILE remove      takes all of it back; the bans go with it
#
# Each looks first and changes only what differs, so it can be run at any time. What stands in the lists is kept.
# Environment: IPTABLES and IP6TABLES name the commands, e.g. iptables-legacy.
set -eu
PATH=$PATH:/usr/sbin:/sbin

# --- What is configured -------------------------------------------------------------------------------------------
action=${1-@ACTION@}
quiet=${2-}                                   # 'quiet': says only what it changes
user=@QUOTED_USER@                            # who may write the lists
host=@HOST@                                   # iptables, ufw, firewalld, or auto: look what is here
chains='@CHAINS@'                             # where the rules stand, first
log=@LOG@                                        # yes: what is about to be dropped is logged too, but not all of it
log_limit='--limit 6/minute --limit-burst 12'
capacity=@CAPACITY@                           # as many entries a list must hold
iptables=${IPTABLES:-@IPTABLES@}
ip6tables=${IP6TABLES:-@IP6TABLES@}

# Calls COMMAND once a list, with:  NAME FILE SECONDS FAMILIES MASK SOURCES4 SOURCES6 [PROTOCOL PORTS]...
# MASK: the entries are networks of that size. SOURCES: of several lists, this one holds these addresses; asked for first,
# they spare packets the other lists, each of which is dear. Without PROTOCOL and PORTS the rule covers all ports.
each_list() { # COMMAND...
@LISTS@}

# --- Words --------------------------------------------------------------------------------------------------------
say() { echo "bailiff-firewall: $*"; }
remark() { [ -n "$quiet" ] || say "$@"; }
warn() { say "$@" >&2; }
die() { warn "$@"; exit 1; }

differs=
# Whether a change is to be made; when only checking it is not, but counted.
change() { # WHAT...
    differs=yes
    if [ "$action" = check ]; then say "to do: $*"; return 1; fi
    say "$@"
}

# --- The rules ----------------------------------------------------------------------------------------------------
# A packet is dropped if its source was written to the list less than SECONDS ago; the list NAME-hits notes what was
# dropped. Bailiff writes every live ban again well within that time, so if it dies, its bans lapse by themselves.
# The rules must stand first: below one that accepts established connections, a banned address goes on with its own.
rules() { # CHAIN FAMILY, and what each_list says
    chain=$1 family=$2 name=$3 seconds=$5 families=$6 mask=${7:+ --mask $7}
    case $families in *"$family"*) ;; *) return 0 ;; esac
    if [ "$family" = 4 ]; then sources=$8; else sources=$9; fi
    shift 9
    if [ $# -eq 0 ]; then rule ''; fi
    while [ $# -gt 0 ]; do
        if [ "$chain" = INPUT ]; then
            rule "-p $1 -m multiport --dports $2 "
        else
            # Docker has replaced the port by the container's already; connection tracking knows what was asked for.
            for port in $(echo "$2" | tr , ' '); do
                rule "-p $1 -m conntrack --ctorigdstport $port --ctdir ORIGINAL "
            done
        fi
        shift 2
    done
}

rule() { # PORTS
    if [ -z "$sources" ]; then rule_for '' "$1"; fi
    for source in $sources; do rule_for "-s $source " "$1"; done
}

rule_for() { # SOURCE PORTS
    listed="$1$2-m recent --name $name$mask --rcheck --seconds $seconds"
    if [ "$log" = yes ]; then
        echo "$listed -m limit $log_limit -j LOG --log-prefix \"$(printf %.27s "$name"): \""
    fi
    echo "$listed -m recent --name $name-hits$mask --set -j DROP"
}

list_name() { echo "$1"; }

# Of the rules on standard input, those that drop or log whoever is in one of the lists, with whatever seconds.
ours() {
    each_list list_name | sed 's/.*/ --name & /' > "$work/names"
    grep -F -f "$work/names" | grep -e ' --rcheck ' | grep -e ' -j DROP' -e ' -j LOG' || :
}

# Those that look like ours for lists that no jail wants: the jail is gone, or another Bailiff is here.
others() {
    each_list list_name > "$work/names"
    sed -n 's/.* --rcheck .* --name \([^ ]*\) .* --set .*--name \1-hits .* -j DROP$/\1/p' \
        | sort -u | grep -v -x -F -f "$work/names" || :
}

lines() { grep -c . "$1" || :; }

# Whether a chain has this very rule. xargs splits it into words and respects the quotes in it.
has() { # COMMAND RULE
    echo "$2" | xargs "$1" -w -C 2> "$work/error"
}

# One transaction, in which all old rules go and all new ones come: no list is without a rule for a moment, which would
# empty it, and no packet finds half of the rules.
transaction() { # COMMAND CHAIN, removes $work/ours, inserts $work/wanted
    {
        echo '*filter'
        while read -r shown; do
            # A rule that was made without a mask is shown with one, and not found by what is shown.
            if ! has "$1" "${shown#-A }"; then shown=$(echo "$shown" | sed "s/$full_mask//g"); fi
            echo "-D ${shown#-A }"
        done < "$work/ours"
        awk -v chain="$2" '{ print "-I", chain, NR, $0 }' "$work/wanted"
        echo COMMIT
    } > "$work/transaction"
    "$1-restore" -w --noflush < "$work/transaction" || die "$1 did not take the rules for $2; they are as they were"
}

# Reads a chain into $work/now, and what of it is ours into $work/ours.
read_chain() { # COMMAND CHAIN
    "$1" -w -S "$2" > "$work/chain" 2> "$work/error" || return 1
    grep '^-A ' "$work/chain" > "$work/now" || :
    ours < "$work/now" > "$work/ours"
}

# Whether every wanted rule is there and there is no other, and nothing stands above or between them.
in_order() { # COMMAND CHAIN
    number=$(lines "$work/wanted")
    [ "$number" -eq "$(lines "$work/ours")" ] || return 1
    head -n "$number" "$work/now" | cmp -s - "$work/ours" || return 1
    while read -r wanted; do
        has "$1" "$2 $wanted" || return 1
    done < "$work/wanted"
}

put_first() { # COMMAND FAMILY CHAIN
    each_list rules "$3" "$2" > "$work/wanted"
    if ! read_chain "$1" "$3"; then
        # Other than INPUT, a chain may not be there: Docker not started, or not used for this family.
        [ "$3" != INPUT ] || die "$1 cannot be used: $(cat "$work/error")"
        remark "$1 has no chain $3 (yet)"
        return 0
    fi
    if in_order "$1" "$3"; then
        remark "$1 $3: $(lines "$work/ours") rules stand first"
    else
        above=$(head -n "$(lines "$work/ours")" "$work/now" | cmp -s - "$work/ours" || echo yes)
        if [ ! -s "$work/ours" ]; then what="$1 $3: put first: rules"
        elif [ "$above" = yes ]; then what="$1 $3: moved up, above rules that may accept: rules"
        else what="$1 $3: replaced, with the entries of the lists kept: rules"
        fi
        if change "$what for $(each_list list_name | paste -s -d ' ' -)"; then transaction "$1" "$3"; fi
    fi
    for other in $(others < "$work/now"); do
        remark "$1 $3: there is also a rule for the list $other, which no jail here wants"
    done
}

# Runs it for both families, as far as the kernel has them, and every chain.
everywhere() { # FUNCTION
    for chain_name in $chains; do
        "$1" "$iptables" 4 "$chain_name"
        if [ -e /proc/net/if_inet6 ]; then "$1" "$ip6tables" 6 "$chain_name"; fi
    done
}

take_out() { # COMMAND FAMILY CHAIN
    : > "$work/wanted"
    read_chain "$1" "$3" || return 0
    [ -s "$work/ours" ] || return 0
    change "$1 $3: $(lines "$work/ours") rules taken out"
    transaction "$1" "$3"
}

# What 'iptables-save' writes gives IPv4's rules a mask. When that is loaded, as netfilter-persistent does, it makes lists
# whose mask covers 32 bits of an IPv6 address: whoever is banned there is not found. Such lists have to be made anew.
full_mask=' --mask 255\.255\.255\.255 --rsource'
loaded_from_save() {
    for chain_name in $chains; do
        read_chain "$iptables" "$chain_name" || continue
        grep -e "$full_mask" "$work/ours" > "$work/masked" || continue
        while read -r shown; do
            if has "$iptables" "${shown#-A }"; then return 0; fi
        done < "$work/masked"
    done
    return 1
}

# --- The lists' owner ---------------------------------------------------------------------------------------------
# A list is a file, made by the first rule that names it, and root's. This gives the file and nothing else to the user.
# Who may write it may also add any address to it, and empty it.
#
# Second choice, where nothing can be run after the firewall was loaded anew: before the rules,
#     echo UID > /sys/module/xt_recent/parameters/ip_list_uid
# With it EVERY xt_recent list that anybody makes on this host from then on belongs to that user.
hand_over() { # What each_list says
    if [ "$action" = check ] && [ ! -e "$2" ]; then return 0; fi
    [ -e "$2" ] || die "the rules are there, but not the list $2"
    [ "$(stat -c %u "$2")" != "$uid" ] || return 0
    if change "$2 belongs to $user now"; then chown "$uid" "$2"; fi
}

find_user() {
    case $user in
        *[!0-9]*) uid=$(id -u "$user" 2> /dev/null) || die "there is no user $user; make it: useradd --system $user" ;;
        *) uid=$user ;;
    esac
}

# --- The module ---------------------------------------------------------------------------------------------------
# How many entries a list holds, IPv4 and IPv6 together, is fixed when xt_recent is loaded; beyond that the kernel
# silently drops the stalest. ip_pkt_list_tot, the stamps an entry keeps, is best left alone: 2 saves half the memory,
# but any rule with a larger --hitcount then fails; and never 1, which would hide renewals.
module=/sys/module/xt_recent
options=/etc/modprobe.d/bailiff.conf

prepare_module() {
    if [ ! -d $module ]; then
        keep_options
        if [ "$action" = check ]; then return 0; fi
        modprobe xt_recent || die "this kernel has no xt_recent"
    fi
    # Those who call often want to hear of changes only.
    if [ -n "$quiet" ]; then return 0; fi
    entries=$(cat $module/parameters/ip_list_tot)
    if [ "$entries" -lt "$capacity" ]; then
        warn "a list holds $entries entries, and the jails' capacity is $capacity: lower that, or raise the kernel's number:"
        if [ -e $module/initstate ]; then
            keep_options
            warn "    restart the host; or, when no rule uses a recent list: modprobe -r xt_recent; modprobe xt_recent"
        else
            warn "    add xt_recent.ip_list_tot=$capacity to the kernel's command line" \
                "(GRUB_CMDLINE_LINUX in /etc/default/grub, then update-grub) and restart the host"
        fi
    elif [ -e $module/initstate ]; then
        keep_options
    fi
    if [ "$(cat $module/parameters/ip_pkt_list_tot)" = 1 ]; then
        warn "ip_pkt_list_tot is 1, which hides renewals: take it out of the module's options, or make it 2"
    fi
}

keep_options() {
    [ "$capacity" -gt 100 ] || return 0
    for file in /etc/modprobe.d/*.conf; do
        [ "$file" != $options ] || continue
        if grep -q '^options xt_recent .*ip_list_tot' "$file" 2> /dev/null; then
            remark "$file says how many entries a list holds; it stays as it is"
            return 0
        fi
    done
    keep_file $options 644 << END
# bailiff-firewall: so many entries a list holds.
options xt_recent ip_list_tot=$capacity
END
}

# --- For good -----------------------------------------------------------------------------------------------------
# Rules are gone after a restart, and lists are made anew, empty and root's, when the firewall is loaded anew. Bailiff
# notices, and fills them again as soon as they are handed over. So a copy of this runs:
#   - when a service that loads a firewall is started or started again (systemd), and every half minute, which mends
#     what else may happen: iptables-restore by hand, a flush, Docker making its chain later
#   - after each load of ufw, from /etc/ufw/after.init: 'ufw reload' goes past systemd
#   - after each load of firewalld, which tells on D-Bus: 'firewall-cmd --reload' goes past systemd too
installed=/usr/local/sbin/bailiff-firewall
units=/etc/systemd/system
ufw_hook=/etc/ufw/after.init

find_host() {
    if [ -n "$quiet" ]; then return 0; fi
    if [ "$host" = auto ]; then
        host=iptables
        if grep -q '^ENABLED=yes' /etc/ufw/ufw.conf 2> /dev/null; then host=ufw; fi
        if firewall-cmd --state > /dev/null 2>&1; then host=firewalld; fi
        say "found here: $host"
    fi
    case $chains in *DOCKER-USER*) return 0 ;; esac
    if "$iptables" -w -n -L DOCKER-USER > /dev/null 2>&1; then
        say "Docker is here: ports that it publishes bypass INPUT and are not covered; 'bailiff firewall --docker' covers them"
    fi
}

# Writes standard input to a file, unless the file says that already.
keep_file() { # FILE MODE
    cat > "$work/file"
    if cmp -s "$work/file" "$1"; then return 0; fi
    if change "$1 is written"; then
        mkdir -p "${1%/*}"
        cp "$work/file" "$1"
        chmod "$2" "$1"
    fi
}

put_in_place() {
    [ -f "$0" ] || die "to install, run it from a file: sh FILE install"
    if [ "$(readlink -f "$0")" != $installed ]; then keep_file $installed 755 < "$0"; fi
    keep_file $units/bailiff-firewall.service 644 << END
[Unit]
Description=The rules and lists with which Bailiff bans
Documentation=file:$installed
After=netfilter-persistent.service iptables.service nftables.service ufw.service firewalld.service docker.service
Before=bailiff.service

[Service]
Type=oneshot
Environment=IPTABLES=$iptables IP6TABLES=$ip6tables
ExecStart=$installed apply quiet
# What it changes is told, not that it looked.
SyslogLevel=notice
LogLevelMax=notice

[Install]
WantedBy=multi-user.target
WantedBy=netfilter-persistent.service iptables.service nftables.service ufw.service firewalld.service docker.service
END
    keep_file $units/bailiff-firewall.timer 644 << END
[Unit]
Description=Looks whether Bailiff's rules and lists are still as they should be

[Timer]
OnActiveSec=30s
OnUnitInactiveSec=30s
AccuracySec=5s

[Install]
WantedBy=timers.target
END
    started='bailiff-firewall.timer'
    case $host in
        ufw) hook_into_ufw ;;
        firewalld)
            command -v dbus-monitor > /dev/null || die "dbus-monitor is missing (package dbus-bin or dbus-tools)"
            keep_file $units/bailiff-firewall-watch.service 644 << END
[Unit]
Description=Sets Bailiff's rules and lists up again whenever firewalld was loaded anew
Documentation=file:$installed
After=firewalld.service

[Service]
Environment=IPTABLES=$iptables IP6TABLES=$ip6tables
ExecStart=$installed watch quiet
Restart=always
RestartSec=10

[Install]
WantedBy=multi-user.target
END
            started="$started bailiff-firewall-watch.service"
            ;;
    esac
    switch_on
}

switch_on() {
    if ! command -v systemctl > /dev/null; then
        warn "no systemd here: let your init run '$installed' after the firewall is loaded"
        return 0
    fi
    if [ -d /run/systemd/system ]; then systemctl daemon-reload; fi
    # shellcheck disable=SC2086  # words
    systemctl --quiet enable bailiff-firewall.service $started
    # shellcheck disable=SC2086  # words
    if [ -d /run/systemd/system ]; then systemctl start $started; fi
}

# The hook is a block of its own in the administrator's file, right below its first line.
hook_into_ufw() {
    if grep -q '^# bailiff-firewall: begin' $ufw_hook 2> /dev/null; then return 0; fi
    was=executable
    if [ ! -e $ufw_hook ]; then
        was=missing
        echo '#!/bin/sh' > $ufw_hook
    elif [ ! -x $ufw_hook ]; then
        was=off
    fi
    change "$ufw_hook: calls $installed after each load (it was $was)"
    {
        sed 1q $ufw_hook
        echo "# bailiff-firewall: begin ($was)"
        echo "if [ \"\$1\" = start ]; then"
        echo "    IPTABLES=$iptables IP6TABLES=$ip6tables $installed apply quiet || :"
        echo "fi"
        echo "# bailiff-firewall: end"
        sed 1d $ufw_hook
    } > "$work/hook"
    cat "$work/hook" > $ufw_hook
    chmod u+x $ufw_hook
}

take_away() {
    for unit in bailiff-firewall.timer bailiff-firewall.service bailiff-firewall-watch.service; do
        [ -e $units/$unit ] || continue
        change "$units/$unit is removed"
        if [ -d /run/systemd/system ]; then
            systemctl --quiet disable --now $unit
        elif command -v systemctl > /dev/null; then
            systemctl --quiet disable $unit
        fi
        rm -f $units/$unit
    done
    if [ -d /run/systemd/system ]; then systemctl daemon-reload; fi
    was=$(sed -n 's/^# bailiff-firewall: begin (\(.*\))$/\1/p' $ufw_hook 2> /dev/null || :)
    if [ -n "$was" ]; then
        change "$ufw_hook is as it was"
        sed '/^# bailiff-firewall: begin/,/^# bailiff-firewall: end/d' $ufw_hook > "$work/hook"
        cat "$work/hook" > $ufw_hook
        case $was in
            missing) rm -f $ufw_hook ;;
            off) chmod u-x $ufw_hook ;;
        esac
    fi
    for file in $options $installed; do
        if grep -q '^# bailiff-firewall:' "$file" 2> /dev/null; then
            change "$file is removed"
            rm -f "$file"
        fi
    done
}

# --- What to do ---------------------------------------------------------------------------------------------------
apply() {
    find_user
    find_host
    prepare_module
    if loaded_from_save && change "rules came from iptables-save, which hides IPv6 from their lists: these are made anew"; then
        everywhere take_out
    fi
    everywhere put_first
    each_list hand_over
}

watch_firewalld() {
    dbus-monitor --system "type='signal',interface='org.fedoraproject.FirewallD1',member='Reloaded'" \
        | while read -r line; do
            # NameLost: from here on it hears everything, but what happened before it may have missed.
            case $line in *member=Reloaded* | *member=NameLost*) sh "$0" apply "$quiet" || : ;; esac
        done
}

case $action in
    apply | install | check | remove | watch) ;;
    *) die "'$action' is not understood; it is apply, install, check or remove" ;;
esac
[ "$(id -u)" -eq 0 ] || die "only root can do this"
for command in "$iptables" "$ip6tables"; do
    command -v "$command" > /dev/null || die "$command is not installed; Bailiff needs the package iptables"
done
if [ "$action" = watch ]; then
    watch_firewalld
    exit
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP
# One at a time: the timer, a firewall's hook and an administrator may all call.
exec 9> /run/bailiff-firewall.lock
flock 9

# A copy that is in place would soon undo what another says.
if [ "$action" = apply ] && [ -e $installed ] && [ -f "$0" ] && ! cmp -s "$0" $installed; then
    say "$installed is there and says otherwise: it is brought up to date"
    action=install
fi
case $action in
    apply | check) apply ;;
    install)
        apply
        put_in_place
        ;;
    remove)
        take_away
        everywhere take_out
        ;;
esac
[ "$action" != check ] || [ -z "$differs" ]
