// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.filters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.FilterDefinition;

/**
 * Puts a {@code NAME.local} that stands alone in {@code filter.d} over the definition NAME that comes with Bailiff or
 * with a plug-in, as it would be put over a {@code NAME.conf} beside it. Without one it is a definition by itself.
 * Thread-safe.
 */
public final class Layers implements FilterShelf.Registry {
    private final FilterShelf.Registry registry;
    /** Guarded by this. */
    private final List<Base> bases = new ArrayList<>();
    /** Guarded by this. */
    private final List<Addition> additions = new ArrayList<>();

    private record Base(String name, FilterDefinition definition, int ranking) {}

    public Layers(FilterShelf.Registry registry) {
        this.registry = registry;
    }

    /** The same definitions from elsewhere, for what is offered to another registry. */
    public synchronized Layers over(FilterShelf.Registry other) {
        Layers layers = new Layers(other);
        layers.bases.addAll(bases);
        return layers;
    }

    /**
     * Takes note of a definition from elsewhere; of several with one name the one of the highest ranking counts. It may be
     * a plug-in's, and is not asked anything here.
     */
    public synchronized void add(String name, FilterDefinition definition, int ranking) {
        bases.add(new Base(name, definition, ranking));
        refresh(name);
    }

    /** The definition from elsewhere is gone. */
    public synchronized void remove(FilterDefinition definition) {
        List<Base> gone =
                bases.stream().filter(base -> base.definition() == definition).toList();
        bases.removeAll(gone);
        gone.forEach(base -> refresh(base.name()));
    }

    @Override
    public synchronized Runnable offer(FilterDefinition definition) {
        if (!(definition instanceof FolderDefinition ofTheFolder) || !ofTheFolder.onlyAdds()) {
            return registry.offer(definition);
        }
        Addition addition = new Addition(ofTheFolder);
        additions.add(addition);
        addition.refresh();
        return () -> withdraw(addition);
    }

    private synchronized void withdraw(Addition addition) {
        additions.remove(addition);
        addition.withdrawal.run();
    }

    private void refresh(String name) {
        additions.stream().filter(addition -> addition.own.name().equals(name)).forEach(Addition::refresh);
    }

    private Optional<FilterDefinition> base(String name) {
        return bases.stream()
                .filter(base -> base.name().equals(name))
                .max(Comparator.comparingInt(Base::ranking))
                .map(Base::definition);
    }

    /** What adds, and how it is on offer now. */
    private final class Addition {
        private final FolderDefinition own;
        private FilterDefinition offered;
        private Runnable withdrawal = () -> {};

        Addition(FolderDefinition own) {
            this.own = own;
        }

        /** Offers what it makes now before it withdraws what it made before. */
        void refresh() {
            FilterDefinition next = base(own.name())
                    .<FilterDefinition>map(base -> new LayeredDefinition(base, own))
                    .orElse(own);
            if (!next.equals(offered)) {
                Runnable before = withdrawal;
                withdrawal = registry.offer(next);
                offered = next;
                before.run();
            }
        }
    }
}
