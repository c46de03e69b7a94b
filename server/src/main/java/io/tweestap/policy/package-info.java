/// Who needs a second step, from when, how often and with what: policies as data, a small pure
/// engine that decides, exemptions, and what would happen on a date. [io.tweestap.policy.Policies]
/// decides; the story of a decision is [io.tweestap.policy.rule.Decide].
@ApplicationModule
@NullMarked
package io.tweestap.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
