/// Staff take away what a user lost: factors, and with them sessions, remembered browsers and app
/// passwords. Two people where the tenant wants two; an operator for the tenants in its care.
@NullMarked
package io.tweestap.login.disconnect;

import org.jspecify.annotations.NullMarked;
