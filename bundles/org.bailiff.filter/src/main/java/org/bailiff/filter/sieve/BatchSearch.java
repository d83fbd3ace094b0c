// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bailiff.api.source.LineBatch;

/** Goes through the bytes of a batch once, and tells which texts stand in which lines. Lines without any cost no more. */
final class BatchSearch {
    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int HALF_STEP = TextIndex.STEP / 2;

    private final LineBatch batch;
    private final TextIndex texts;
    private final Tally tally;
    private final byte[] bytes;
    private final int count;
    /** The line that was looked at last. */
    private int line;

    BatchSearch(LineBatch batch, TextIndex texts, Tally tally) {
        this.batch = batch;
        this.texts = texts;
        this.tally = tally;
        this.bytes = batch.buffer();
        this.count = batch.count();
    }

    void run() {
        int end = batch.end(count - 1);
        int whole = Math.min(end, bytes.length - HALF_STEP - Integer.BYTES + 1);
        int place = batch.start(0);
        while (place < end) {
            place = place < whole ? next(place, whole) : place;
            if (place < end) {
                place = look(place);
            }
        }
    }

    /** The first place from there on at which a text may stand; {@code to} or a little more if there is none. */
    private int next(int from, int to) {
        switch (texts.shortStep()) {
            case 0:
                return nextLong(from, to);
            case TextIndex.STEP:
                return nextOfEither(from, to);
            default:
                return nextOfAny(from, to);
        }
    }

    private int nextLong(int from, int to) {
        GramTable longs = texts.longs();
        int place = from;
        while (place < to && longs.mark(fourAt(place)) == 0) {
            place += TextIndex.STEP;
        }
        return place;
    }

    private int nextOfEither(int from, int to) {
        GramTable longs = texts.longs();
        GramTable shorts = texts.shorts();
        int place = from;
        while (place < to && (longs.mark(fourAt(place)) | shorts.mark(fourAt(place))) == 0) {
            place += TextIndex.STEP;
        }
        return place;
    }

    private int nextOfAny(int from, int to) {
        GramTable longs = texts.longs();
        GramTable shorts = texts.shorts();
        int place = from;
        while (place < to
                && (longs.mark(fourAt(place)) | shorts.mark(fourAt(place)) | shorts.mark(fourAt(place + HALF_STEP)))
                        == 0) {
            place += TextIndex.STEP;
        }
        return place;
    }

    /** Looks which texts stand there; answers where to go on. */
    private int look(int place) {
        look(place, texts.longs());
        if (texts.shortStep() > 0) {
            look(place, texts.shorts());
            look(place + HALF_STEP, texts.shorts());
        }
        return line < count && tally.isFull(line)
                ? Math.max(place + TextIndex.STEP, batch.end(line))
                : place + TextIndex.STEP;
    }

    private void look(int place, GramTable table) {
        int four = place <= bytes.length - Integer.BYTES ? fourAt(place) : lastAt(place);
        if (table.mark(four) == 0) {
            return;
        }
        for (int slot = table.first(four); slot >= 0; slot = table.after(slot)) {
            int start = place - table.offset(slot);
            byte[] text = texts.text(table.text(slot));
            if (stands(text, start) && isWithinLine(start, start + text.length)) {
                tally.found(table.text(slot), line);
            }
        }
    }

    private boolean stands(byte[] text, int start) {
        return start >= 0
                && start + text.length <= bytes.length
                && Arrays.equals(bytes, start, start + text.length, text, 0, text.length);
    }

    private boolean isWithinLine(int from, int to) {
        while (line < count && batch.end(line) <= from) {
            line++;
        }
        return line < count && from >= batch.start(line) && to <= batch.end(line);
    }

    private int fourAt(int place) {
        return (int) FOUR_BYTES.get(bytes, place);
    }

    /** The last bytes of the buffer, and zeros. */
    private int lastAt(int place) {
        int four = 0;
        for (int index = bytes.length - 1; index >= place; index--) {
            four = four << Byte.SIZE | bytes[index] & 0xff;
        }
        return four;
    }
}
