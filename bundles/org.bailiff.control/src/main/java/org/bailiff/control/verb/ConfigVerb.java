// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Caller;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.ConfiguredJails;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.bailiff.api.config.Settings;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;
import org.bailiff.control.show.Json;
import org.bailiff.dialect.PublicValue;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code config}: the values in force, each with where it comes from. */
@Component
public final class ConfigVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(ConfigVerb.class, "config");

    private final Jails jails;
    private final CurrentSettings settings;
    /** Null while nobody reads them. */
    private final ConfiguredJails files;

    @Activate
    public ConfigVerb(
            @Reference Jails jails,
            @Reference CurrentSettings settings,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    ConfiguredJails files) {
        this.jails = jails;
        this.settings = settings;
        this.files = files;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        List<Jail> chosen = new JailChoice(jails).namedOrAll(Arguments.words(call.arguments(), 0, 1));
        Settings inForce = settings.require();
        Map<String, List<Setting>> values = new LinkedHashMap<>();
        chosen.forEach(jail -> values.put(jail.name(), inForce.effective(jail.name())));
        if (!call.caller().isAdministrator()) {
            values.replaceAll((jail, all) -> all.stream().map(ConfigVerb::shown).toList());
        }
        Underneath underneath = new Underneath(files, values.values(), call.caller());
        if (call.json()) {
            writeJson(values, underneath, inForce, call);
        } else {
            values.forEach((jail, settings) -> print(jail, settings, underneath, call.out()));
        }
        return ExitCode.OK;
    }

    /** As it is shown to whoever is no administrator. */
    private static Setting shown(Setting setting) {
        return new Setting(setting.key(), PublicValue.of(setting.key(), setting.value()), setting.origin());
    }

    private static void print(String jail, List<Setting> settings, Underneath underneath, PrintWriter out) {
        out.println("[" + SafeText.of(jail) + "]");
        for (Setting setting : settings) {
            out.println("# " + SafeText.of(setting.origin()));
            underneath
                    .of(jail, setting)
                    .ifPresent(beneath -> out.println("# in the files: " + SafeText.of(beneath.value()) + " ("
                            + SafeText.of(beneath.origin()) + ")"));
            // A value of several lines is shown as the dialect writes it: continued lines are indented.
            List<String> lines = setting.value().lines().map(SafeText::of).toList();
            String first = lines.isEmpty() ? "" : lines.get(0);
            out.println((setting.key() + " = " + first).stripTrailing());
            lines.stream().skip(1).forEach(line -> out.println("    " + line));
        }
        out.println();
    }

    private static void writeJson(
            Map<String, List<Setting>> values, Underneath underneath, Settings inForce, CommandCall call)
            throws IOException {
        JsonWriter json = Json.begin(call.out());
        json.name("revision").value(inForce.revision());
        json.name("changedNotLoaded").value(inForce.changedNotLoaded());
        json.name("jails").beginArray();
        for (Map.Entry<String, List<Setting>> jail : values.entrySet()) {
            json.beginObject().name("name").value(Json.text(jail.getKey()));
            json.name("settings").beginArray();
            for (Setting setting : jail.getValue()) {
                write(json.beginObject(), setting);
                Optional<Setting> beneath = underneath.of(jail.getKey(), setting);
                if (beneath.isPresent()) {
                    write(json.name("files").beginObject(), beneath.get());
                    json.endObject();
                }
                json.endObject();
            }
            json.endArray().endObject();
        }
        json.endArray();
        Json.end(json, call.out());
    }

    private static void write(JsonWriter json, Setting setting) throws IOException {
        json.name("key").value(Json.text(setting.key()));
        json.name("value").value(Json.text(setting.value()));
        json.name("origin").value(Json.text(setting.origin()));
    }

    /** What the files say where an override stands over them; they are read only if there is one. */
    private static final class Underneath {
        private static final String OVERRIDE = "override ";
        private static final Setting NOTHING = new Setting("", "nothing", "the default counts");

        /** Whether secrets are shown. */
        private final boolean all;

        private final Map<String, JailConfiguration> jails = new HashMap<>();

        Underneath(ConfiguredJails files, Collection<List<Setting>> values, Caller caller) {
            this.all = caller.isAdministrator();
            boolean overridden = values.stream().flatMap(List::stream).anyMatch(Underneath::isOverride);
            if (files != null && overridden) {
                files.jails().forEach(jail -> jails.put(jail.name(), jail));
            }
        }

        private static boolean isOverride(Setting setting) {
            return setting.origin().startsWith(OVERRIDE);
        }

        Optional<Setting> of(String jail, Setting setting) {
            return Optional.ofNullable(isOverride(setting) ? jails.get(jail) : null)
                    .map(configured -> configured.settings().getOrDefault(setting.key(), NOTHING))
                    .map(beneath -> all ? beneath : shown(beneath));
        }
    }
}
