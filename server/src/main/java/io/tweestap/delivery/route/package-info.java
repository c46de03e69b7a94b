/// Which carrier gets a message, and which comes after it. [Routes] chooses; [Failover] says where
/// a try that failed goes next, [RerouteMessages] what waits for a carrier that is down.
@NullMarked
package io.tweestap.delivery.route;

import org.jspecify.annotations.NullMarked;
