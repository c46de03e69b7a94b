/// The people of a tenant: their groups, addresses and state, and what they are told.
/// [io.tweestap.user.Users] is where they are found and changed.
@ApplicationModule
@NullMarked
package io.tweestap.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
