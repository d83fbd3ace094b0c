// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.util.stream.Collectors;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.management.overview.Overview;
import org.bailiff.management.overview.StreamUse;
import org.bailiff.text.SafeText;

/** Answers one call for a stream, from one overview. Used by one thread. */
public final class SourceBean implements SourceMBean {
    private final StreamUse use;

    /**
     * @param stream its name
     * @throws IllegalStateException if no jail reads it any more
     */
    public SourceBean(String stream, Overview overview) {
        this.use = overview.stream(stream)
                .orElseThrow(
                        () -> new IllegalStateException("no jail reads " + Arguments.quoted(stream) + " any more"));
    }

    private SourceStatus status() {
        return use.status();
    }

    @Override
    public String getKind() {
        return SafeText.of(status().kind());
    }

    @Override
    public String getState() {
        return status().state().name();
    }

    @Override
    public String getStateReason() {
        return SafeText.of(status().reason());
    }

    @Override
    public int getHealthy() {
        return status().state() == SourceStatus.State.READING ? 1 : 0;
    }

    @Override
    public long getPositionBytes() {
        return status().positionBytes();
    }

    @Override
    public long getLagBytes() {
        return status().lagBytes();
    }

    @Override
    public long getLinesReadTotal() {
        return status().linesReadTotal();
    }

    @Override
    public long getLinesCutTotal() {
        return status().linesCutTotal();
    }

    @Override
    public long getRotationsTotal() {
        return status().rotationsTotal();
    }

    @Override
    public long getErrorsTotal() {
        return status().errorsTotal();
    }

    @Override
    public int getJailsCurrent() {
        return use.jails().size();
    }

    @Override
    public String listJailsText() {
        return use.jails().stream().map(SafeText::of).collect(Collectors.joining("\n"));
    }
}
