// Brings a page to life that can be read without: networks to walk through, tables to search.

import { Explorer } from "./explorer.js";

const data = JSON.parse(document.getElementById("data").textContent);

document.documentElement.classList.add("live");
for (const section of document.querySelectorAll("section[data-network]")) {
  const explorer = new Explorer(section, data.networks[Number(section.dataset.network)], data);
  section.akteursnetz = explorer; // for tests
}
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
