/// The second step of a login: a policy decides, the user proves, the application reads the
/// outcome. [io.tweestap.login.Logins] tells the story. A login that passed is a session; a browser
/// may be remembered; staff disconnect what was lost.
@ApplicationModule
@NullMarked
package io.tweestap.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
