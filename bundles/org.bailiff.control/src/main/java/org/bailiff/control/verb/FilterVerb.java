// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.filter.FilterLibrary;
import org.bailiff.api.filter.Filters;
import org.bailiff.control.show.Times;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * {@code filter}: the filters in force, and others put in at run time. A definition comes as text: no path of a caller's
 * is read here, with the daemon's rights.
 */
@Component
public final class FilterVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(FilterVerb.class, "filter");
    private static final String TEXT = "--text";
    private static final String DRY_RUN = "--dry-run";

    /** Null while nobody admits filters. */
    private final Filters filters;
    /** Null while nobody keeps them. */
    private final FilterLibrary library;

    private final Times times;

    @Activate
    public FilterVerb(
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    Filters filters,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    FilterLibrary library) {
        this(filters, library, Clock.systemDefaultZone());
    }

    FilterVerb(Filters filters, FilterLibrary library, Clock clock) {
        this.filters = filters;
        this.library = library;
        this.times = new Times(clock);
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        Arguments arguments = Arguments.parse(call.arguments(), Set.of(DRY_RUN), Set.of(TEXT));
        List<String> words = arguments.words(0, 2);
        String part = words.isEmpty() ? "list" : words.get(0);
        switch (part) {
            case "list":
                arguments.words(0, 1);
                return new FilterList(require(filters), times).list(call);
            case "show":
                return new FilterList(require(filters), times).show(name(arguments), call);
            case "validate", "deploy", "rollback", "undeploy":
                Roles.requireAdministrator(call, "filter " + part);
                return new FilterChange(require(library), call)
                        .make(part, name(arguments), arguments.value(TEXT), arguments.has(DRY_RUN));
            default:
                throw Arguments.unknownPart(part, "list", "show", "validate", "deploy", "rollback", "undeploy");
        }
    }

    private static String name(Arguments arguments) throws CommandException {
        return arguments.words(2, 2).get(1);
    }

    private static <S> S require(S service) throws CommandException {
        if (service == null) {
            throw Missing.service("filters", "org.bailiff.filter.admission");
        }
        return service;
    }
}
