// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How failures of a service are recognised, as data in fail2ban's dialect. Registered as a service with the property
 * {@link #NAME}; of several with one name {@link Filters} chooses, by their service ranking, the one that is in force.
 * Immutable: a changed file is a new service. A section {@code [Samples]} of its own files holds lines that are tried
 * before it comes into force.
 */
@ConsumerType
public interface FilterDefinition {
    /** Service property: the filter's name, e.g. {@code sshd}. */
    String NAME = "filter.name";
    /** Service ranking of definitions that come with Bailiff; those of a bundle in {@code deploy/} have 100. */
    int RANKING_LIBRARY = 0;
    /** Service ranking of definitions in {@code etc/filter.d}. */
    int RANKING_ETC = 200;
    /** Service ranking of definitions deployed through management. */
    int RANKING_DEPLOYED = 300;

    /** The filter's name, e.g. {@code sshd}. */
    String name();

    /** Where it comes from, for people: {@code library}, or a path. */
    String origin();

    /** The definition's own files in the order they are read, later ones over earlier ones; at least one. */
    List<DefinitionFile> files();

    /** A file that an {@code [INCLUDES]} section names, found beside the definition; empty if there is none. */
    Optional<DefinitionFile> include(String fileName);
}
