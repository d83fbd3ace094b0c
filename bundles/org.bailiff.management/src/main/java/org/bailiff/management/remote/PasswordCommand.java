// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code bailiff passwd}: says who may log in through remote JMX, and with which password. A daemon need not be told. */
@Component
public final class PasswordCommand implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(PasswordCommand.class, "passwd");
    private static final int SHORTEST = 8;

    private final Path etc;
    private final Path data;

    @Activate
    public PasswordCommand(BundleContext context) {
        this(
                Path.of(String.valueOf(context.getProperty(FrameworkProperties.ETC))),
                Path.of(String.valueOf(context.getProperty(FrameworkProperties.DATA))));
    }

    PasswordCommand(Path etc, Path data) {
        this.etc = etc;
        this.data = data;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException {
        PasswordArguments arguments = PasswordArguments.parse(call.arguments());
        Path file = arguments.file().isPresent()
                ? Path.of(call.directory()).resolve(arguments.file().get()).normalize()
                : UsersPlace.in(etc);
        try {
            switch (arguments.act()) {
                case LIST -> list(UserTable.readToChange(file), call);
                case REMOVE -> remove(arguments, file, call);
                case SET -> set(arguments, file, call);
            }
            return ExitCode.OK;
        } catch (RemoteTrouble trouble) {
            throw new CommandException(ExitCode.FAILED, trouble.getMessage());
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, file + " cannot be written: " + e);
        }
    }

    private static void list(UserTable table, CommandCall call) {
        JsonArray users = new JsonArray();
        for (User user : table.all()) {
            users.add(json(user));
            if (!call.json()) {
                call.out().println(user.name() + " " + User.wordOf(user.role()));
            }
        }
        if (call.json()) {
            JsonObject object = new JsonObject();
            object.add("users", users);
            call.out().println(object);
        }
    }

    private void remove(PasswordArguments arguments, Path file, CommandCall call)
            throws CommandException, RemoteTrouble, IOException {
        UserTable table = UserTable.readToChange(file);
        User user = table.find(arguments.user())
                .orElseThrow(() -> new CommandException(
                        ExitCode.FAILED, file + " holds no such user; 'bailiff passwd --list' shows them"));
        new UsersWriter(file, data).write(table.without(user.name()));
        tell(call, json(user), file, user.name() + " may no longer log in");
    }

    private void set(PasswordArguments arguments, Path file, CommandCall call)
            throws CommandException, RemoteTrouble, IOException {
        UserTable table = Files.exists(file) ? UserTable.readToChange(file) : UserTable.EMPTY;
        char[] password = PasswordSource.ask(arguments.user());
        if (password.length < SHORTEST) {
            throw new CommandException(
                    ExitCode.FAILED, "a password has " + SHORTEST + " characters or more; nothing was changed");
        }
        User user = new User(
                arguments.user(), arguments.role().orElseThrow(), PasswordHash.of(password, PasswordHash.ITERATIONS));
        new UsersWriter(file, data).write(table.with(user));
        tell(call, json(user), file, user.name() + " may log in as " + User.wordOf(user.role()));
    }

    private static void tell(CommandCall call, JsonObject user, Path file, String sentence) {
        user.addProperty("file", file.toString());
        call.out().println(call.json() ? user.toString() : sentence + " (" + file + ")");
    }

    private static JsonObject json(User user) {
        JsonObject object = new JsonObject();
        object.addProperty("user", user.name());
        object.addProperty("role", User.wordOf(user.role()));
        return object;
    }
}
