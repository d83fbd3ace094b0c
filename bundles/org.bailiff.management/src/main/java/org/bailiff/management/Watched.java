// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.util.Optional;
import java.util.function.Supplier;
import org.bailiff.api.config.Settings;
import org.bailiff.api.filter.Filters;
import org.bailiff.api.store.Store;

/** Services whose changes are told, and which may come and go. */
record Watched(
        Supplier<Optional<Filters>> filters, Supplier<Optional<Store>> store, Supplier<Optional<Settings>> settings) {}
