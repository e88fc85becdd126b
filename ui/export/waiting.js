// Asks how far a file in the making is, twice a second, as long as it is shown.

export default ({ setTriggerValue }) => {
  const timer = setInterval(() => setTriggerValue("asked", true), 500);
  return () => clearInterval(timer);
};
