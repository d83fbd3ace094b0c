// SPDX-License-Identifier: Apache-2.0
package org.bailiff.shell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.AccessController;
import java.util.Optional;
import javax.security.auth.Subject;

/** In whose name this thread works. */
final class CurrentSubject {
    private CurrentSubject() {}

    /** Empty if nobody logged in. */
    static Optional<Subject> get() {
        try {
            // From Java 18 on; the other way ends in an exception from 24 on.
            Method current = Subject.class.getMethod("current");
            return Optional.ofNullable((Subject) current.invoke(null));
        } catch (NoSuchMethodException olderJava) {
            return Optional.ofNullable(ofContext());
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("nobody knows who calls", e);
        }
    }

    @SuppressWarnings("removal")
    private static Subject ofContext() {
        return Subject.getSubject(AccessController.getContext());
    }
}
