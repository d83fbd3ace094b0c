// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bailiff.action.xtrecent.doctor.Finding;
import org.bailiff.action.xtrecent.list.ListSettings;

/** Whether every list has its rule in every family that it serves. Only root sees rules. */
public final class RulesExamination {
    private final List<ListSettings> lists;
    private final boolean ipv6;
    private final Programs programs;
    private final String mend;

    /**
     * @param ipv6 whether packets come in over IPv6 too
     * @param mend the command that makes all rules anew
     */
    public RulesExamination(List<ListSettings> lists, boolean ipv6, Programs programs, String mend) {
        this.lists = List.copyOf(lists);
        this.ipv6 = ipv6;
        this.programs = programs;
        this.mend = mend;
    }

    public List<Finding> findings() {
        Set<Family> families = ipv6 ? EnumSet.allOf(Family.class) : EnumSet.of(Family.IPV4);
        AllRules all = AllRules.read(families, programs);
        List<Finding> findings = new ArrayList<>(all.findings());
        RestoredRules restored = new RestoredRules(all, programs, mend);
        for (ListSettings list : lists) {
            for (Family family : families) {
                if (family.isServedBy(list.kind())) {
                    findings.addAll(new ListRules(list, family, all, mend).findings());
                }
            }
            if (ipv6 && list.kind().servesIpv6()) {
                restored.finding(list).ifPresent(findings::add);
            }
        }
        return findings;
    }
}
