/** The id on the page of one step of a story, which a place on the map leads to. */
export const stepId = (step: string): string => `step-${step}`;
