/** The pages that people read, and the samples: what they say is what the tool does. */
@org.jspecify.annotations.NullMarked
package kubenat.docs;
