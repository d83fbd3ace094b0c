// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.jconsole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Six tasks of an administrator, done in jconsole. */
final class Tour {
    private static final List<String> DAEMON = List.of("org.bailiff", "Daemon");
    private static final List<String> JAIL = List.of("org.bailiff", "Jail", "door");
    private static final List<String> FILTER = List.of("org.bailiff", "Filter", "door");
    private static final List<String> LIBRARY = List.of("org.bailiff", "FilterLibrary");
    private static final String GUILTY = "192.0.2.10";
    private static final String UNWANTED = "192.0.2.20";
    private static final int CHARTED_ROUNDS = 24;
    private static final long ROUND_NANOS = 250_000_000;

    private final Console console;
    private final Path log;
    private final Path pictures;

    private Tour(Console console, Path log, Path pictures) {
        this.console = console;
        this.log = log;
        this.pictures = pictures;
    }

    /** Takes the daemon's process, the log that its jail reads, and where pictures go. Ends with 1 if a step fails. */
    public static void main(String[] arguments) throws Exception {
        try {
            Console console = Console.open(arguments[0]);
            new Tour(console, Path.of(arguments[1]), Path.of(arguments[2])).go();
            System.out.println("All six tasks were done in jconsole; pictures are in " + arguments[2]);
            System.exit(0);
        } catch (FailedStepException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }

    /** What was on the screen is what explains a failure best. */
    private void go() throws IOException {
        try {
            doAll();
        } catch (FailedStepException failed) {
            console.picture(pictures.resolve("failed.png"));
            throw failed;
        }
    }

    private void doAll() throws IOException {
        console.turnTo("org.bailiff", "Jail", "door", "Operations");
        console.picture(pictures.resolve("tree.png"));
        console.awaitAttribute(JAIL, "State", "ACTIVE"::equals);
        fail(GUILTY, 5);
        console.awaitAttribute(JAIL, "BannedCurrent", "1"::equals);
        seeWhy();
        release();
        banAnother();
        changeMaxRetry();
        chart();
        deployAndRollBack();
    }

    private void seeWhy() {
        Answer why = console.call(DAEMON, "explainBan", GUILTY);
        why.enlarge();
        console.picture(pictures.resolve("operation.png"));
        why.closeSaying("wrong key from " + GUILTY);
        told("why " + GUILTY + " is banned");
    }

    private void release() {
        console.call(DAEMON, "unban", GUILTY, "door").closeSaying(GUILTY);
        console.call(JAIL, "listBansText", "0").closeNotSaying(GUILTY);
        told("released it");
    }

    private void banAnother() {
        console.call(JAIL, "ban", UNWANTED, "3600", "asked too often").closeSaying(UNWANTED);
        console.call(JAIL, "listBansText", "0").closeSaying(UNWANTED);
        told("banned " + UNWANTED + " for an hour");
    }

    private void changeMaxRetry() {
        console.type(JAIL, "MaxRetry", "7");
        console.awaitAttribute(JAIL, "MaxRetry", "7"::equals);
        told("changed the jail's max retry");
    }

    /** Lets some fail, while jconsole draws how many. */
    private void chart() throws IOException {
        console.chart(JAIL, "BannedCurrent");
        console.chart(JAIL, "FailuresTotal");
        for (int round = 0; round < CHARTED_ROUNDS; round++) {
            fail("198.51.100." + (round / 2), round % 5 + 1);
            LockSupport.parkNanos(ROUND_NANOS);
        }
        console.picture(pictures.resolve("charts.png"));
        told("watched failures and bans");
    }

    private void deployAndRollBack() {
        String text = "[Definition]\\nfailregex = ^(?:wrong|no) key from <HOST>$\\ndatepattern = {NONE}\\n";
        console.call(LIBRARY, "deploy", "door", text, "false").closeSaying("door");
        console.call(FILTER, "listRulesText").closeSaying("wrong|no");
        told("deployed a filter");
        console.call(LIBRARY, "rollback", "door", "false").closeSaying("door");
        console.call(FILTER, "listRulesText").closeNotSaying("wrong|no");
        told("rolled it back");
    }

    private void fail(String address, int times) throws IOException {
        Files.writeString(log, ("wrong key from " + address + "\n").repeat(times), StandardOpenOption.APPEND);
    }

    private static void told(String what) {
        System.out.println("done: " + what);
    }
}
