/// Getting a factor on the way through a login, and proving an address for it first. [Enrollments]
/// tells the story.
@NamedInterface("enroll")
@NullMarked
package io.tweestap.login.enroll;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
