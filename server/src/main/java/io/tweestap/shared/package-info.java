/// Values used in every room: tenants, ids, phone numbers, mail addresses. No services.
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.tweestap.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
