// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.util.function.Supplier;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.management.described.Attribute;
import org.bailiff.management.described.Described;
import org.bailiff.management.described.Named;
import org.bailiff.management.described.Operation;

/** A bean with something for each role. */
@Described("for tests")
public interface Shown {

    @Attribute("can be written")
    int getLimit();

    void setLimit(int limit);

    @Operation("who calls")
    String who();

    @Operation(value = "for operators", role = Role.OPERATOR)
    String ban(@Named(value = "address", description = "whom") String address);

    @Operation(value = "for administrators", role = Role.ADMINISTRATOR)
    String reload(@Named(value = "dryRun", description = "whether only to look") boolean dryRun);

    /** Answers with the caller, so that a test sees who it was. */
    record Bean(Supplier<Caller> caller) implements Shown {
        @Override
        public int getLimit() {
            return 5;
        }

        @Override
        public void setLimit(int limit) {
            // Whether it may be called is what is tested.
        }

        @Override
        public String who() {
            return caller.get().toString() + " " + caller.get().role() + " "
                    + caller.get().from();
        }

        @Override
        public String ban(String address) {
            return "banned " + address;
        }

        @Override
        public String reload(boolean dryRun) {
            return "reloaded";
        }
    }
}
