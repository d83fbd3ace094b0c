// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.BanTime;
import org.bailiff.api.Caller;
import org.bailiff.api.Evidence;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Comparison;
import org.bailiff.api.action.Proof;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.jail.BanReport;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.jail.Explanation;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.jail.LineExplanation;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/** A jail that remembers what it was asked, and bans without a kernel. */
final class FakeJail implements Jail {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    final List<Ban> bans = new ArrayList<>();
    final List<BanRequest> requests = new ArrayList<>();
    final List<Caller> callers = new ArrayList<>();
    JailState state = JailState.ACTIVE;
    String reason = "";
    Optional<Instant> lastMatch = Optional.of(NOW.minusSeconds(7));
    boolean answers = true;
    /** Whether it has seen anything of anybody. */
    boolean hasSeen = true;

    String filter = "sshd";
    long linesMatched = 17;
    /** How often somebody looked at its status. */
    int looks;

    final List<ActionStatus> actions = new ArrayList<>(List.of(action("xt_recent", ActionStatus.State.READY, "")));
    final List<Proof> proofs = new ArrayList<>(List.of(Proof.of("xt_recent", true, "listed")));
    final List<SourceStatus> sources = new ArrayList<>();
    final List<String> resyncs = new ArrayList<>();
    List<String> differences = List.of();

    private final String name;

    FakeJail(String name) {
        this.name = name;
    }

    FakeJail banning(String... targets) {
        for (String target : targets) {
            bans.add(ban(Network.parse(target), BanTime.ofSeconds(600), ""));
        }
        return this;
    }

    Ban ban(Network target, BanTime time, String why) {
        return new Ban(
                Ban.idOf(name, target, NOW),
                name,
                target,
                NOW,
                time.endFrom(NOW),
                1,
                BanOrigin.MANUAL,
                "alice",
                why,
                List.of(new Evidence(NOW, 2, 3, "Failed password for root")));
    }

    List<CutOff> cutOffs = List.of();

    static ActionStatus action(String name, ActionStatus.State state, String reason) {
        return new ActionStatus(
                name,
                state,
                reason,
                new ActionStatus.Entries(1, 2, 100, 3, 4),
                new ActionStatus.Totals(5, 6, 7, 8, 9, Duration.ofNanos(12_500)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JailStatus status() {
        looks++;
        return new JailStatus(
                name,
                state,
                reason,
                filter,
                sources,
                actions,
                BanTime.ofSeconds(600),
                Duration.ofMinutes(10),
                5,
                11,
                12,
                bans.size(),
                14,
                15,
                16,
                linesMatched,
                18,
                lastMatch,
                19,
                Duration.ofNanos(20_500),
                cutOffs);
    }

    @Override
    public List<Ban> bans() {
        requireAnswer();
        return List.copyOf(bans);
    }

    @Override
    public BanReport ban(BanRequest request, Caller caller) {
        requireAnswer();
        requests.add(request);
        callers.add(caller);
        Ban ban = ban(request.target(), request.banTime().orElse(BanTime.ofSeconds(600)), request.reason());
        bans.add(ban);
        return new BanReport(Optional.of(ban), true, true, true, request.target() + " is banned");
    }

    @Override
    public BanReport unban(Network target, Caller caller) {
        requireAnswer();
        callers.add(caller);
        boolean changed = bans.removeIf(ban -> ban.target().equals(target));
        return new BanReport(Optional.empty(), changed, true, true, name + ": " + target + " is not banned any more");
    }

    @Override
    public Explanation explain(Address address) {
        requireAnswer();
        Network target = Network.single(address);
        Optional<Ban> covering =
                bans.stream().filter(ban -> ban.target().contains(address)).findFirst();
        if (!hasSeen) {
            return new Explanation(
                    name, target, covering, 0, Optional.empty(), List.of(), 0, 5, Optional.empty(), List.of());
        }
        return new Explanation(
                name,
                target,
                covering,
                2,
                Optional.of(NOW.minusSeconds(60)),
                List.of(new Evidence(NOW, 1, 1, "\u001b[31mInvalid user")),
                1,
                5,
                Optional.of("192.0.2.0/24"),
                List.of(Proof.of("xt_recent", true, "the list holds it")));
    }

    @Override
    public LineExplanation explainLine(String line) {
        LineExplanation.Consequence banned = new LineExplanation.Consequence(
                FakeCompiler.failure(),
                LineExplanation.Verdict.BANNED,
                5,
                5,
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new LineExplanation(
                name,
                NOW,
                Optional.of(new LineExplanation.Passage(FakeCompiler.RULES, FakeCompiler.TRACE)),
                List.of(banned));
    }

    @Override
    public List<Proof> prove(Network target) {
        return proofs;
    }

    @Override
    public Comparison resync(String action, boolean dryRun, Caller caller) {
        resyncs.add(action + " " + dryRun + " by " + caller);
        return new Comparison(1 + differences.size(), 1, differences, !dryRun);
    }

    @Override
    public void release(Caller caller) {
        bans.clear();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    private void requireAnswer() {
        if (!answers) {
            throw new IllegalStateException("jail " + name + " does not answer");
        }
    }
}
