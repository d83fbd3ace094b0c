// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

/** A jail that does what it is told and remembers it. Its fields are set by the test. */
public final class FakeJail implements Jail {
    public static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    public final Map<Network, Ban> bans = new TreeMap<>();
    public final List<Evidence> counted = new ArrayList<>();
    public final List<SourceStatus> sources = new ArrayList<>();
    public final List<ActionStatus> actions = new ArrayList<>();
    public final List<BanRequest> requests = new ArrayList<>();
    public final List<Caller> releasedBy = new ArrayList<>();
    public final List<CutOff> cutOffs = new ArrayList<>();
    public JailState state = JailState.ACTIVE;
    public String reason = "";
    public Optional<String> ignored = Optional.empty();
    public boolean inForce = true;
    public boolean kept = true;
    public Optional<String> refusal = Optional.empty();
    public Optional<Instant> lastBanEnded = Optional.empty();
    public int pastBans;
    public final List<Proof> proofs =
            new ArrayList<>(List.of(Proof.of("xt_recent", true, "the list bailiff-sshd holds it")));

    /** What is said of any line; of a jail that is not at work, if it is empty. */
    public Optional<LineExplanation> explainedLine = Optional.empty();

    /** Why a ban waits. */
    public Optional<String> waiting = Optional.empty();

    private final String name;

    public FakeJail(String name) {
        this.name = name;
    }

    /** Bans without being asked, for ten minutes. */
    public Ban banned(String address, Evidence... evidence) {
        Network target = Network.parse(address);
        Ban ban = new Ban(
                Ban.idOf(name, target, NOW),
                name,
                target,
                NOW,
                Optional.of(NOW.plusSeconds(600)),
                2,
                BanOrigin.FAILURES,
                "daemon",
                "",
                List.of(evidence));
        bans.put(target, ban);
        return ban;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JailStatus status() {
        return new JailStatus(
                name,
                state,
                reason,
                "sshd",
                sources,
                actions,
                BanTime.ofSeconds(600),
                Duration.ofMinutes(10),
                5,
                3,
                17,
                bans.size(),
                4,
                3,
                1000,
                17,
                2,
                Optional.of(NOW),
                5,
                Duration.ofNanos(20_500),
                cutOffs);
    }

    @Override
    public List<Ban> bans() {
        refuseIfAsked();
        return List.copyOf(bans.values());
    }

    @Override
    public BanReport ban(BanRequest request, Caller caller) {
        refuseIfAsked();
        if (ignored.isPresent() && !request.force()) {
            throw new IllegalArgumentException(request.target() + " is ignored by " + ignored.get());
        }
        requests.add(request);
        Optional<Instant> until =
                request.banTime().orElse(BanTime.ofSeconds(600)).endFrom(NOW);
        Ban ban = new Ban(
                Ban.idOf(name, request.target(), NOW),
                name,
                request.target(),
                NOW,
                until,
                1,
                BanOrigin.MANUAL,
                caller.toString(),
                request.reason(),
                List.of());
        bans.put(request.target(), ban);
        return new BanReport(
                Optional.of(ban), true, inForce, kept, "[" + name + "] " + request.target() + " is banned");
    }

    @Override
    public BanReport unban(Network target, Caller caller) {
        refuseIfAsked();
        Optional<Ban> ban = Optional.ofNullable(bans.remove(target));
        String outcome = ban.isPresent() ? " is no longer banned" : " is not banned";
        return new BanReport(ban, ban.isPresent(), true, kept, "[" + name + "] " + target + outcome);
    }

    /** Somebody else has put every address into the list. */
    public boolean strange;

    private void refuseIfAsked() {
        refusal.ifPresent(sentence -> {
            throw new IllegalStateException(sentence);
        });
    }

    @Override
    public Explanation explain(Address address) {
        refuseIfAsked();
        Network target = Network.single(address);
        Optional<Ban> covering = bans.values().stream()
                .filter(ban -> ban.target().contains(address))
                .findFirst();
        return new Explanation(
                name,
                target,
                covering,
                pastBans,
                lastBanEnded,
                counted,
                counted.stream().mapToInt(Evidence::attempts).sum(),
                5,
                ignored,
                covering.isPresent() || strange
                        ? proofs
                        : List.of(Proof.of("xt_recent", false, "not in the list bailiff-sshd")),
                waiting);
    }

    @Override
    public LineExplanation explainLine(String line) {
        refuseIfAsked();
        return explainedLine.orElseGet(() -> new LineExplanation(name, NOW, Optional.empty(), List.of()));
    }

    @Override
    public List<Proof> prove(Network target) {
        return proofs;
    }

    @Override
    public Comparison resync(String action, boolean dryRun, Caller caller) {
        return new Comparison(1, 1, List.of(), !dryRun);
    }

    @Override
    public void release(Caller caller) {
        refuseIfAsked();
        releasedBy.add(caller);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }
}
