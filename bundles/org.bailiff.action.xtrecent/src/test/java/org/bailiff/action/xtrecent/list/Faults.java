// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Lets calls to the kernel fail at random, each as a kernel can let it, for once or for a while. */
final class Faults {
    private static final double LASTING = 0.2;
    private static final double MENDED = 0.15;

    private final Random random;
    private final Map<Call, Failure> lasting = new EnumMap<>(Call.class);
    private double likelihood;

    /** What is asked of the kernel, and how it can fail. */
    enum Call {
        OPEN_FOR_WRITING(Failure.NOT_THERE, Failure.DENIED, Failure.BROKEN),
        OPEN_FOR_READING(Failure.NOT_THERE, Failure.DENIED, Failure.BROKEN),
        WRITE(Failure.BROKEN, Failure.INVALID, Failure.SHORT),
        READ(Failure.BROKEN, Failure.SHORT),
        REWIND(Failure.INVALID),
        MAY_BE_WRITTEN(Failure.DENIED),
        CLOSE(Failure.BROKEN);

        private final List<Failure> failures;

        Call(Failure... failures) {
            this.failures = List.of(failures);
        }
    }

    /** How a call fails. */
    enum Failure {
        /** It does not. */
        NONE,
        /** ENOENT. */
        NOT_THERE,
        /** EACCES. */
        DENIED,
        /** EIO. */
        BROKEN,
        /** EINVAL. */
        INVALID,
        /** Only a part is read; or only a part of what is written is taken, and the rest refused. */
        SHORT;

        /** Throws what the port throws then. */
        void fail() throws IOException {
            switch (this) {
                case NOT_THERE -> throw new NoSuchFileException("list");
                case DENIED -> throw new AccessDeniedException("list");
                case BROKEN -> throw new IOException("Eingabe-/Ausgabefehler");
                case INVALID -> throw new IOException("Das Argument ist ungültig");
                case NONE, SHORT -> {
                    // What it leads to is the call's own.
                }
            }
        }
    }

    Faults(Random random) {
        this.random = random;
    }

    /** From now on so many calls fail. */
    void begin(double share) {
        likelihood = share;
    }

    void end() {
        likelihood = 0;
        lasting.clear();
    }

    boolean mayHappen() {
        return likelihood > 0;
    }

    Failure next(Call call) {
        if (likelihood == 0) {
            return Failure.NONE;
        }
        if (lasting.containsKey(call)) {
            return random.nextDouble() < MENDED ? lasting.remove(call) : lasting.get(call);
        }
        if (random.nextDouble() >= likelihood) {
            return Failure.NONE;
        }
        Failure failure = call.failures.get(random.nextInt(call.failures.size()));
        if (random.nextDouble() < LASTING) {
            lasting.put(call, failure);
        }
        return failure;
    }
}
