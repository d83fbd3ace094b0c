// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Sieve;
import org.bailiff.api.source.LineBatch;
import org.bailiff.filter.regex.InUse;

/**
 * Looks for the texts that matches must hold, all at once, however many matchers need them. It gets to know the log, and
 * looks for what is rare there: that changes how long it takes, and nothing else.
 */
public final class LiteralSieve implements Sieve {
    /** What is learned from so much is of use. */
    private static final int LESSON = 64 * 1024;
    /** It learns from every so many of such batches: logs change. */
    private static final int LESSON_EVERY = 4096;

    private static final InUse<List<Need>, LiteralSieve> KNOWN = new InUse<>();

    private final NeededTexts needed;
    /** The matchers that need no text. */
    private final int[] greedy;
    /** Replaced by another one that finds the same. */
    private volatile TextIndex texts;

    private final AtomicInteger lessons = new AtomicInteger();

    private LiteralSieve(NeededTexts needed) {
        this.needed = needed;
        this.texts = new TextIndex(needed.texts(), UsualBytes.OF_ANY_LOG);
        this.greedy = IntStream.range(0, needed.matchers())
                .filter(matcher -> needed.setsFor(matcher) == 0)
                .toArray();
    }

    /** A sieve for these matchers; one of another make gets every line. */
    public static LiteralSieve of(List<Matcher> matchers) {
        return KNOWN.get(matchers.stream().map(Need::of).toList(), needs -> new LiteralSieve(new NeededTexts(needs)));
    }

    @Override
    public void sift(LineBatch batch, Candidates candidates) {
        for (int matcher : greedy) {
            for (int line = 0; line < batch.count(); line++) {
                candidates.add(matcher, line);
            }
        }
        if (needed.choosy() > 0) {
            learn(batch);
            new BatchSearch(batch, texts, new Tally(needed, candidates)).run();
        }
    }

    private void learn(LineBatch batch) {
        int start = batch.start(0);
        int end = batch.end(batch.count() - 1);
        if (end - start >= LESSON && lessons.getAndIncrement() % LESSON_EVERY == 0) {
            texts = new TextIndex(needed.texts(), UsualBytes.of(batch.buffer(), start, end));
        }
    }
}
