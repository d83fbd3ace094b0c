// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.bans;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.source.LineBatch;

/** Bans as lines on their way. */
final class BanBatch implements LineBatch {
    private final List<ToldBan> bans;
    private final BanPosition before;
    private final Instant arrival;
    private final byte[] buffer;
    private final int[] ends;

    /**
     * @param bans at least one
     * @param before the position before the first
     */
    BanBatch(List<ToldBan> bans, BanPosition before, Instant arrival) {
        this.bans = bans;
        this.before = before;
        this.arrival = arrival;
        this.ends = new int[bans.size()];
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int index = 0; index < ends.length; index++) {
            lines.writeBytes(bans.get(index).line());
            ends[index] = lines.size();
        }
        this.buffer = lines.toByteArray();
    }

    @Override
    public String stream() {
        return BanLogSources.KIND;
    }

    @Override
    public int count() {
        return ends.length;
    }

    @Override
    public byte[] buffer() {
        return buffer;
    }

    @Override
    public int start(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    @Override
    public int end(int line) {
        return ends[line];
    }

    @Override
    public BanPosition before() {
        return before;
    }

    @Override
    public BanPosition after(int line) {
        return new BanPosition(bans.get(line).number());
    }

    @Override
    public Instant arrival() {
        return arrival;
    }

    @Override
    public Optional<Instant> stamp(int line) {
        return Optional.of(bans.get(line).since());
    }

    /** Never: the time of a ban is right, however odd, as that of one that is decided late from a backlog. */
    @Override
    public boolean fresh() {
        return false;
    }
}
