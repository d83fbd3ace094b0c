// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.Failure;
import org.bailiff.api.UnbanCause;
import org.bailiff.api.action.Notice;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.jail.JailListener;
import org.bailiff.api.jail.JailState;

/** What a jail announced, one word each. */
public final class News implements JailListener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Set<String> all = ConcurrentHashMap.newKeySet();

    @Override
    public void found(String jail, Failure failure) {
        hear("found " + failure.id());
    }

    @Override
    public void banned(Ban ban, boolean restored) {
        hear((restored ? "restored " : "banned ") + ban.target());
    }

    @Override
    public void unbanned(Ban ban, UnbanCause cause, Caller caller) {
        hear("unbanned " + ban.target() + " " + cause);
    }

    @Override
    public void stateChanged(String jail, JailState state, String reason) {
        hear(state.name());
    }

    @Override
    public void noticed(String jail, Notice notice) {
        hear("noticed " + notice.kind());
    }

    @Override
    public void cutOff(String jail, CutOff cutOff) {
        hear("cut off " + cutOff.key() + " " + cutOff.number());
    }

    /** Waits for it, and passes over what was announced before. */
    public void await(String word) {
        try {
            String next = heard.poll(20, TimeUnit.SECONDS);
            while (next != null && !next.equals(word)) {
                next = heard.poll(20, TimeUnit.SECONDS);
            }
            assertThat(next).as("what the jail announced").isEqualTo(word);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Whether it was ever announced. */
    public boolean everHeard(String word) {
        return all.contains(word);
    }

    private void hear(String word) {
        all.add(word);
        heard.add(word);
    }
}
