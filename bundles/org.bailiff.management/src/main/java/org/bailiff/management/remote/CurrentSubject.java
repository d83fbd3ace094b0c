// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.AccessController;
import java.util.Optional;
import java.util.function.Supplier;
import javax.security.auth.Subject;

/** In whose name this thread works: from Java 18 on {@code Subject.current()}, before that the access control context's. */
final class CurrentSubject implements Supplier<Optional<Subject>> {
    /** Null before Java 18. */
    private static final MethodHandle CURRENT = find();

    @Override
    public Optional<Subject> get() {
        return Optional.ofNullable(CURRENT == null ? ofContext() : current());
    }

    private static MethodHandle find() {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(Subject.class, "current", MethodType.methodType(Subject.class));
        } catch (NoSuchMethodException | IllegalAccessException olderJava) {
            return null;
        }
    }

    private static Subject current() {
        try {
            return (Subject) CURRENT.invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Subject.current() declares no exception", e);
        }
    }

    /** On newer Javas it throws, and is not called there. */
    @SuppressWarnings("removal")
    private static Subject ofContext() {
        return Subject.getSubject(AccessController.getContext());
    }
}
