// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the launcher tells of plug-ins; a container has no launcher. */
@Component(service = CurrentPlugIns.class)
public final class CurrentPlugIns {
    private final AtomicReference<Supplier<?>> current = new AtomicReference<>(List::of);

    @Reference(
            name = "plugins",
            target = "(" + FrameworkProperties.PLUG_INS + "=true)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    void bind(Supplier<?> plugIns) {
        current.set(plugIns);
    }

    void unbind(Supplier<?> plugIns) {
        current.compareAndSet(plugIns, List::of);
    }

    /** A line for each jar; none if there is none. */
    List<String> lines() {
        return current.get().get() instanceof List<?> lines
                ? lines.stream()
                        .map(line -> SafeText.of(String.valueOf(line), 1000))
                        .toList()
                : List.of();
    }
}
