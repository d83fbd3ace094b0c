// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.fake;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.Caller;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.ReloadReport;
import org.bailiff.api.config.Setting;
import org.bailiff.api.config.Settings;

/** A configuration that writes down what is done to it. */
public final class FakeSettings implements Settings {
    public final List<String> changes = new ArrayList<>();
    public final List<Setting> effective = new ArrayList<>();
    public final List<Problem> problems = new ArrayList<>();
    public ReloadReport report = new ReloadReport(true, List.of(), List.of());
    public boolean changedNotLoaded;

    @Override
    public ReloadReport reload(boolean dryRun, Caller caller) {
        changes.add("reload " + dryRun + " " + caller.principal());
        return report;
    }

    @Override
    public void set(String jail, String key, String value, Caller caller) {
        if (key.equals("failregex")) {
            throw new IllegalArgumentException("failregex cannot be set so; change it in jail.local.");
        }
        changes.add("set " + jail + " " + key + " " + value + " " + caller.principal());
    }

    @Override
    public void unset(String jail, String key, Caller caller) {
        changes.add("unset " + jail + " " + key + " " + caller.principal());
    }

    @Override
    public List<Setting> effective(String jail) {
        return effective;
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public List<Problem> losses() {
        return List.of();
    }

    @Override
    public long revision() {
        return 7;
    }

    @Override
    public String lastReloadResult() {
        return "";
    }

    @Override
    public boolean changedNotLoaded() {
        return changedNotLoaded;
    }
}
