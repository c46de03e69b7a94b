/// Who is left out of a policy for a while, why, and by whom. [Exemptions] tells the story.
@NamedInterface("exemption")
@NullMarked
package io.tweestap.policy.exemption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
