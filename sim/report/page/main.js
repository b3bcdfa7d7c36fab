// Starts the page.
const data = JSON.parse(document.getElementById("data").textContent);
document.getElementById("title").textContent = data.title;
document.body.dataset.ready = "1";
