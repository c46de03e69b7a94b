/// The second step of a login for applications with Spring Security. It begins when a form login
/// has accepted the password; until it has passed nobody is authenticated. See [SecondStep] for
/// what an application reads, [RecentSecondStep] and [StepUp] to ask again, [Transactions] to have
/// something confirmed.
@NullMarked
package io.tweestap.spring;

import org.jspecify.annotations.NullMarked;
