/// What tenants paid before and what their messages cost: a balance that never goes below zero, and
/// a ledger that sums to zero.
@ApplicationModule
@NullMarked
package io.tweestap.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
