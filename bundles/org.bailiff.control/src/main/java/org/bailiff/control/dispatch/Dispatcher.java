// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.dispatch;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.dialect.Nearest;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the verb of a request, checks the caller's role, and runs it. Thread-safe. */
public final class Dispatcher implements RequestHandler {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final int LONGEST_SENTENCE = 4000;

    private final Verbs verbs;
    private final Audit audit;
    private final boolean daemon;

    /**
     * @param daemon whether requests come from others: then verbs that run without a daemon, with their user's rights,
     *     are not run here with the daemon's
     */
    public Dispatcher(Verbs verbs, Audit audit, boolean daemon) {
        this.verbs = verbs;
        this.audit = audit;
        this.daemon = daemon;
    }

    @Override
    public int answer(Caller caller, Request request, PrintWriter out, PrintWriter err) {
        try {
            return run(caller, request, out, err).number();
        } catch (CommandException refused) {
            complain(request, sentence(refused), refused.exitCode(), err);
            auditIfDenied(caller, request, refused);
            if (!CommonOptions.of(request.arguments()).json()) {
                printUsageIfMisused(request.verb(), refused, err);
            }
            return refused.exitCode().number();
        } catch (IllegalArgumentException | IllegalStateException refused) {
            // What the api's contracts throw these for comes with a sentence for the caller.
            complain(request, sentence(refused), ExitCode.FAILED, err);
            log.debug("Verb {} was refused", SafeText.of(request.verb()), refused);
        } catch (IOException broken) {
            // Mostly the caller has gone, and hears nothing; otherwise it is told what could not be read or done.
            complain(request, sentence(broken), ExitCode.FAILED, err);
            log.debug("Verb {} ended early", SafeText.of(request.verb()), broken);
        } catch (RuntimeException defect) {
            // Verbs are plug-ins: whatever one does wrong, its caller gets an answer, and the others theirs.
            String sentence = "'" + request.verb() + "' broke off; the log says why: " + sentence(defect);
            complain(request, sentence, ExitCode.FAILED, err);
            log.error("Verb {} broke off", SafeText.of(request.verb()), defect);
        }
        return ExitCode.FAILED.number();
    }

    /** As a sentence, or, for who asked for JSON, as an object on one line. */
    private static void complain(Request request, String sentence, ExitCode exitCode, PrintWriter err) {
        if (!CommonOptions.of(request.arguments()).json()) {
            err.println(sentence);
            return;
        }
        JsonObject error = new JsonObject();
        error.addProperty("error", sentence);
        error.addProperty("exit", exitCode.number());
        err.println(error);
    }

    private static String sentence(Exception refused) {
        return SafeText.of(String.valueOf(refused.getMessage()), LONGEST_SENTENCE);
    }

    private void printUsageIfMisused(String verb, CommandException refused, PrintWriter err) {
        if (refused.exitCode() == ExitCode.USAGE) {
            verbs.find(verb).map(Command::description).ifPresent(description -> {
                err.print(description.usageText());
                if (!description.details().isEmpty()) {
                    err.println("'bailiff help " + verb + "' says more.");
                }
            });
        }
    }

    private void auditIfDenied(Caller caller, Request request, CommandException refused) {
        if (refused.exitCode() == ExitCode.DENIED) {
            String subject = SafeText.of(String.join(" ", request.arguments()));
            audit.record(caller, SafeText.of(request.verb()), subject, "", "", refused.getMessage());
        }
    }

    private ExitCode run(Caller caller, Request request, PrintWriter out, PrintWriter err)
            throws CommandException, IOException {
        Command command = find(request.verb());
        CommandDescription description = command.description();
        requireRole(caller, description);
        CommonOptions options = CommonOptions.of(request.arguments());
        if (options.help()) {
            out.print(description.help());
            return ExitCode.OK;
        }
        return command.run(new CommandCall(caller, options.remaining(), options.json(), request.directory(), out, err));
    }

    private Command find(String verb) throws CommandException {
        Command command = verbs.find(verb).orElseThrow(() -> unknown(verb));
        if (daemon && command.description().local()) {
            throw new CommandException(
                    ExitCode.USAGE, "'" + verb + "' runs without the daemon, with your own rights: bailiff " + verb);
        }
        return command;
    }

    private CommandException unknown(String verb) {
        List<String> names =
                verbs.descriptions().stream().map(CommandDescription::name).toList();
        String mend = Nearest.to(verb, names)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("'bailiff help' lists the verbs.");
        return new CommandException(ExitCode.USAGE, "There is no verb '" + SafeText.of(verb, 60) + "'; " + mend);
    }

    private static void requireRole(Caller caller, CommandDescription description) throws CommandException {
        if (!caller.role().includes(description.role())) {
            throw new CommandException(
                    ExitCode.DENIED,
                    "'" + description.name() + "' is for " + whom(description.role(), caller.channel()) + "; "
                            + caller.principal() + " is none.");
        }
    }

    private static String whom(Role role, String channel) {
        if (role != Role.ADMINISTRATOR) {
            return "operators and administrators";
        }
        // Others have users of their own.
        return channel.equals("socket") ? "administrators, that is root and the daemon's user" : "administrators";
    }

    /** What every verb understands, and what is left for the verb. */
    private record CommonOptions(boolean help, boolean json, List<String> remaining) {

        static CommonOptions of(List<String> arguments) {
            // Behind -- nothing is an option.
            int end = arguments.indexOf("--");
            List<String> options = new ArrayList<>(end < 0 ? arguments : arguments.subList(0, end));
            List<String> rest = end < 0 ? List.of() : arguments.subList(end, arguments.size());
            boolean help = options.removeAll(List.of("--help", "-h"));
            boolean json = options.removeAll(List.of("--json"));
            options.addAll(rest);
            return new CommonOptions(help, json, options);
        }
    }
}
