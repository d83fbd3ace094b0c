// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import javax.management.Notification;
import javax.management.NotificationFilter;

/** A filter of a class that only its sender knows. */
record GadgetFilter(Gadget gadget) implements NotificationFilter {
    @Override
    public boolean isNotificationEnabled(Notification notification) {
        return true;
    }
}
