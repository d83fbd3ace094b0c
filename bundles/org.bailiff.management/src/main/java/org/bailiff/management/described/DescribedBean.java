// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.described;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MBean that shows an object by an annotated interface. Thread-safe.
 *
 * <p>For each call it is given an object anew, which answers that call alone, on the calling thread. So the object may look
 * at what it shows once, and all attributes that are read in one call are of one moment, and cost one look.
 *
 * <p>Only exceptions of {@code java.lang} leave it, so that every client can read them.
 */
public final class DescribedBean extends NotificationBroadcasterSupport implements DynamicMBean {
    private static final Logger LOGGER = LoggerFactory.getLogger(DescribedBean.class);
    private static final int LONGEST_MESSAGE = 2000;

    private final ObjectName name;
    private final Supplier<?> targets;
    private final BeanDescription description;
    private final MBeanInfo info;
    /** Guarded by this. */
    private long notifications;

    /**
     * @param name under which it is registered
     * @param type an annotated interface that the targets implement
     * @param targets gives an object for each call; may be asked on any thread
     * @param notifies the notifications that it sends
     */
    public <T> DescribedBean(
            ObjectName name, Class<T> type, Supplier<? extends T> targets, MBeanNotificationInfo... notifies) {
        super(notifies);
        this.name = name;
        this.targets = targets;
        this.description = new BeanDescription(type);
        this.info = description.info(notifies);
    }

    public ObjectName name() {
        return name;
    }

    /** Sends a notification with the bean's next number, on the calling thread. */
    public synchronized void send(String type, long timeMillis, String message, Map<String, String> details) {
        Notification notification = new Notification(type, name, ++notifications, timeMillis, message);
        notification.setUserData(details);
        sendNotification(notification);
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        return info;
    }

    @Override
    public Object getAttribute(String attribute) throws AttributeNotFoundException {
        return read(targets.get(), attribute);
    }

    private Object read(Object target, String attribute) throws AttributeNotFoundException {
        Method getter = description
                .getter(attribute)
                .orElseThrow(() -> new AttributeNotFoundException(name + " has no attribute " + attribute));
        return call(target, getter);
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
        Method setter = description
                .setter(attribute.getName())
                .orElseThrow(() ->
                        new AttributeNotFoundException(name + " has no writable attribute " + attribute.getName()));
        call(targets.get(), setter, attribute.getValue());
    }

    /** As the interface asks, attributes that cannot be read are left out. */
    @Override
    public AttributeList getAttributes(String[] attributes) {
        Object target = targets.get();
        AttributeList values = new AttributeList();
        for (String attribute : attributes) {
            try {
                values.add(new Attribute(attribute, read(target, attribute)));
            } catch (JMException | IllegalArgumentException | IllegalStateException e) {
                LOGGER.debug("{} of {} cannot be read", attribute, name, e);
            }
        }
        return values;
    }

    /** As the interface asks, attributes that cannot be written are left out. */
    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        AttributeList written = new AttributeList();
        for (Attribute attribute : attributes.asList()) {
            try {
                setAttribute(attribute);
                written.add(attribute);
            } catch (JMException | IllegalArgumentException | IllegalStateException e) {
                LOGGER.debug("{} of {} cannot be written", attribute.getName(), name, e);
            }
        }
        return written;
    }

    @Override
    public Object invoke(String operation, Object[] arguments, String[] signature) {
        Method method = description
                .operation(operation)
                .orElseThrow(() -> new IllegalArgumentException(name + " has no operation " + operation));
        return call(targets.get(), method, arguments == null ? new Object[0] : arguments);
    }

    private Object call(Object target, Method method, Object... arguments) {
        requireFitting(method, arguments);
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw plain(method, e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method.getName() + " is not accessible", e);
        }
    }

    private static void requireFitting(Method method, Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        boolean fits = types.length == arguments.length;
        for (int index = 0; fits && index < types.length; index++) {
            fits = arguments[index] != null && isOf(arguments[index], types[index]);
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    method.getName() + " takes " + signature(types) + "; null is not a value");
        }
    }

    private static boolean isOf(Object argument, Class<?> type) {
        return MethodType.methodType(type).wrap().returnType().isInstance(argument);
    }

    private static String signature(Class<?>... types) {
        List<String> names = Arrays.stream(types).map(Class::getSimpleName).toList();
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }

    /** The same without causes, whose classes a client may not have. */
    private RuntimeException plain(Method method, Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        String message = SafeText.of(String.valueOf(thrown.getMessage()), LONGEST_MESSAGE);
        if (thrown instanceof IllegalArgumentException) {
            return new IllegalArgumentException(message);
        }
        if (thrown instanceof IllegalStateException) {
            return new IllegalStateException(message);
        }
        LOGGER.error("{} of {} failed", method.getName(), name, thrown);
        return new IllegalStateException(method.getName() + " failed inside Bailiff; its log says more");
    }
}
